import { type ShopName, shopNames } from './fleet-file';
import type { Stage } from './stage';
import { failedOverState, firstState } from './stage-state';

/**
 * Every rehearsal begins from the same place: the first call of a run that was not seen before sets the stage anew.
 * The way back (FB-…) begins where a failover ends.
 */
export async function setStageFor(stage: Stage, run: string): Promise<void> {
  if (stage.state.run === run) return;
  for (const name of shopNames) {
    await stage.end(name, 'stop');
    stage.wipe(name);
  }
  stage.change(firstState(null));
  await startShops(stage);
  if (run.startsWith('FB-')) await failOver(stage);
  stage.change({ run });
}

async function failOver(stage: Stage): Promise<void> {
  await stage.ask('shop-2', { kind: 'become', role: 'primary', follows: null, afresh: false });
  await stage.ask('shop-1', { kind: 'become', role: 'fenced', follows: null, afresh: false });
  stage.change(failedOverState(''));
}

async function startShops(stage: Stage): Promise<void> {
  const wanted: ShopName[] = shopNames.filter((name) => stage.shop(name).runs);
  for (const name of wanted) await stage.run(name);
}
