/** One program with three parts, so that the keeper can start its shops and its store from the file it runs itself. */
async function main(): Promise<void> {
  const part = process.env.STANDBY_FLEET_PART ?? 'keeper';
  if (part === 'keeper') {
    const { runKeeper } = await import('./run-keeper');
    return await runKeeper(wanted('STANDBY_FLEET_FOLDER'), Number(wanted('STANDBY_FLEET_PORT')));
  }
  // Without the keeper nobody looks after them: they end with it, also when it was killed.
  process.on('disconnect', () => process.exit(0));
  if (part === 'store') {
    const { runStore } = await import('@/scripts/demo/fleet/store/run-store');
    return await runStore(JSON.parse(wanted('STANDBY_FLEET_PLAN')));
  }
  const { runShop } = await import('@/scripts/demo/fleet/shop/run-shop');
  return await runShop(JSON.parse(wanted('STANDBY_FLEET_PLAN')));
}

function wanted(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; the fleet is started by “standby start”.`);
  return value;
}

main().catch((error: Error) => {
  process.stderr.write(`The fleet of the demo could not start: ${error.message}\n`);
  process.exit(1);
});
