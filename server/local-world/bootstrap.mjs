// Runs on any Node from 20: makes sure that what package-lock.json names is installed, then hands over to the Node
// that the project brings. Plain JavaScript, because an older Node cannot run TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync, accessSync, constants } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.installed-from');

const stop = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

const isAtLeast = (version, major, minor) => {
  const [ownMajor = 0, ownMinor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
};

function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  try {
    accessSync(root, constants.W_OK);
  } catch {
    stop(`The folder ${root} cannot be written to. Change its owner or copy the project to a folder of yours, then try again.`);
  }
  console.log('Installing packages (about a minute the first time) …');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const { status } = spawnSync(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) stop('The packages could not be installed. Check the network connection to the npm registry, then try again.');
  writeFileSync(stamp, wanted);
}

/** The project's own Node, or the machine's where install scripts are switched off and the machine's is new enough. */
function chooseNode() {
  const own = path.join(modules, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  if (isAtLeast(process.version, 22, 19)) return process.execPath;
  return stop(
    `This machine has Node ${process.version}, and the project's own Node was not installed ` +
      "because npm's install scripts are switched off. " +
      'Run "npm ci --ignore-scripts=false", or install Node 24, then try again.',
  );
}

if (!isAtLeast(process.version, 20, 0)) stop(`Node ${process.version} is too old. Install Node 20 or newer, then try again.`);
install();
const [script, ...args] = process.argv.slice(2);
if (!script) stop('Usage: node bootstrap.mjs <script> [arguments]');
const node = chooseNode();
const env = { ...process.env, PATH: [path.dirname(node), path.join(modules, '.bin'), process.env.PATH].join(path.delimiter) };
const child = spawn(node, ['--disable-warning=ExperimentalWarning', path.join(root, script), ...args], {
  cwd: process.cwd(),
  stdio: 'inherit',
  env,
});
// Ctrl-C reaches the child by itself; a signal sent to this process alone is passed on
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
