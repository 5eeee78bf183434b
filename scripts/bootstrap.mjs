#!/usr/bin/env node
// Runs on Node 20 with nothing installed: installs what package-lock.json names, then hands over to the Node 24
// that came with it. Only Node's own modules may be imported here.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.standby-installed');
const marker = join(modules, '.standby-installing');

try {
  await install();
  await handOver(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

async function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  await otherInstall();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === wanted) return;
  if (existsSync(marker)) {
    // The packages of an installation that was killed may be cut short, and npm does not look inside them.
    say('An earlier installation was interrupted; starting it afresh.');
    rmSync(modules, { recursive: true, force: true });
  }
  mkdirSync(modules, { recursive: true });
  rmSync(stamp, { force: true });
  say('Installing the packages that Standby needs (once, a minute or two) …');
  const began = Date.now();
  const args = [
    'install',
    '--no-save',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
  ];
  await run(...npm(), [...args, '--no-fund', '--loglevel=error'], began);
  writeFileSync(stamp, `${wanted}\n`);
  say(`Installed in ${seconds(began)}.`);
}

/** Waits for an installation that another terminal has under way. */
async function otherInstall() {
  let said = false;
  while (existsSync(marker) && readFileSync(marker, 'utf8').split(' ').map(Number).some(isAlive)) {
    if (!said) say('Another Standby is installing the packages in this folder; waiting for it …');
    said = true;
    await new Promise((done) => setTimeout(done, 500));
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The npm that runs this script, else the one on the path. */
function npm() {
  const current = process.env.npm_execpath ?? '';
  return /npm-cli\.c?js$/.test(current) ? [process.execPath, [current]] : ['npm', []];
}

function run(program, first, args, began) {
  const child = spawn(program, [...first, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  // Both ids, because npm goes on for a while when only this process is killed.
  writeFileSync(marker, `${process.pid} ${child.pid ?? 0}`);
  const ticker = setInterval(() => say(`  … ${seconds(began)}`), 10_000);
  const stop = () => child.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  return new Promise((done, fail) => {
    child.on('error', () =>
      fail(new Error('npm was not found. Install Node.js together with npm, then try again.')),
    );
    child.on('exit', (code) => {
      clearInterval(ticker);
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, stop);
      if (code !== null) rmSync(marker, { force: true });
      if (code === 0) done();
      else
        fail(
          new Error(
            'The packages could not be installed; npm says why above. Try again when that is mended.',
          ),
        );
    });
  });
}

async function handOver(args) {
  const command = args.find((word) => !word.startsWith('-'));
  const loader = pathToFileURL(join(modules, 'tsx', 'dist', 'loader.mjs')).href;
  const child = spawn(node24(), ['--import', loader, join(root, 'scripts', 'standby.ts'), ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...folders(), ...mode(command), NEXT_TELEMETRY_DISABLED: '1' },
  });
  // In a terminal Ctrl-C reaches the child as well; it takes a second signal as the same wish.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
  if (process.env.npm_lifecycle_event) watchNpm(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
  child.on('error', (error) => {
    say(`Standby could not be started: ${error.message}`);
    process.exit(1);
  });
}

/** npm passes SIGTERM only to the shell it started, so the end of that shell is the wish to stop. */
function watchNpm(stop) {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    stop();
  }, 300);
}

function node24() {
  const bundled = join(modules, '.bin', 'node');
  if (existsSync(bundled) && spawnSync(bundled, ['--version']).status === 0) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  throw new Error(
    `Standby runs on Node.js 22 or newer. npm has none for this machine, and yours is ${process.versions.node}: ` +
      'install a newer one from https://nodejs.org.',
  );
}

/** React is several times slower unless this is set before it is loaded; the tests set their own. */
function mode(command) {
  if (command === 'test') return {};
  return { NODE_ENV: command === 'dev' ? 'development' : 'production' };
}

/** Relative folders mean those of the caller, who may stand elsewhere than in this folder. */
function folders() {
  const found = {};
  for (const name of ['STANDBY_DATA_DIR', 'STANDBY_PUBLISH_DIR']) {
    if (process.env[name]) found[name] = resolve(process.env[name]);
  }
  return found;
}

function seconds(began) {
  return `${Math.round((Date.now() - began) / 1000)} s`;
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
