import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { freePorts, type Ports } from './ports.ts';

const SCRIPT = fileURLToPath(new URL('./start.ts', import.meta.url));

function environment(ports: Ports, more: Record<string, string> = {}) {
  return {
    ...process.env,
    PORT: String(ports.service),
    SALESFORCE_PORT: String(ports.salesforce),
    GOOGLE_PORT: String(ports.google),
    MICROSOFT_PORT: String(ports.microsoft),
    PROSPECT_PORT: String(ports.prospect),
    HOME_PORT: String(ports.home),
    SMTP_PORT: String(ports.smtp),
    ...more,
  };
}

function run(env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SCRIPT], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, ended, output: () => output };
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

test('a port in use stops the start with the port and the variable that moves it', async () => {
  const ports = await freePorts();
  const occupant = net.createServer().listen(ports.google, '127.0.0.1');
  try {
    const start = run(environment(ports));
    assert.equal(await start.ended, 1);
    assert.match(start.output(), new RegExp(`Port ${ports.google} \\(GOOGLE_PORT\\) is in use`));
  } finally {
    occupant.close();
  }
});

test('something that is no port stops the start with a sentence', async () => {
  const start = run(environment(await freePorts(), { PORT: 'eighty' }));
  assert.equal(await start.ended, 1);
  assert.match(start.output(), /PORT is "eighty"; a port is a number/);
});

test('a folder without write access stops the start with what to do', async () => {
  const start = run(environment(await freePorts(), { LOCAL_WORLD_DIR: path.join(SCRIPT, 'no-folder') }));
  assert.equal(await start.ended, 1);
  assert.match(start.output(), /cannot be written to/);
});

test('the world starts, prints its addresses, and Ctrl-C stops every process', async () => {
  const ports = await freePorts();
  const directory = mkdtempSync(path.join(tmpdir(), 'msi-start-'));
  try {
    const start = run(environment(ports, { LOCAL_WORLD_DIR: directory }));
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (start.output().includes('Ctrl-C stops everything')) resolve();
      };
      start.child.stdout.on('data', look);
      void start.ended.then(() => reject(new Error(start.output())));
    });
    assert.match(start.output(), /Lead, Dana Whitfield\s+http:\/\/localhost:/);
    start.child.kill('SIGINT');
    assert.equal(await start.ended, 0);
    for (const [name, port] of Object.entries(ports)) assert.ok(await isFree(port as number), `${name} still listens on ${String(port)}`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
