import { randomInt } from 'node:crypto';
import net from 'node:net';

/** The addresses of the local world; each can be moved with its environment variable. */
export interface Ports {
  service: number;
  salesforce: number;
  google: number;
  microsoft: number;
  prospect: number;
  smtp: number;
  home: number;
}

const DEFAULTS: Record<keyof Ports, { variable: string; port: number }> = {
  service: { variable: 'PORT', port: 3000 },
  salesforce: { variable: 'SALESFORCE_PORT', port: 3001 },
  google: { variable: 'GOOGLE_PORT', port: 3002 },
  microsoft: { variable: 'MICROSOFT_PORT', port: 3003 },
  prospect: { variable: 'PROSPECT_PORT', port: 3004 },
  home: { variable: 'HOME_PORT', port: 3005 },
  smtp: { variable: 'SMTP_PORT', port: 2525 },
};

/** Throws a sentence for people when a variable is not a port number. */
export function portsFrom(environment: NodeJS.ProcessEnv): Ports {
  const ports = Object.entries(DEFAULTS).map(([name, { variable, port }]) => {
    const value = environment[variable];
    const chosen = value === undefined ? port : Number(value);
    if (!Number.isInteger(chosen) || chosen < 1 || chosen > 65_535)
      throw new Error(`${variable} is "${value}"; a port is a number from 1 to 65535.`);
    return [name, chosen];
  });
  return Object.fromEntries(ports) as Ports;
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => resolve(true)));
  });
}

/** Throws one sentence that names every port in use and the variable that moves it. */
export async function ensureFree(ports: Ports): Promise<void> {
  const taken: string[] = [];
  for (const [name, { variable }] of Object.entries(DEFAULTS)) {
    const port = ports[name as keyof Ports];
    if (!(await canListen(port))) taken.push(`${port} (${variable})`);
  }
  if (taken.length === 0) return;
  const what = taken.length === 1 ? `Port ${taken[0]} is` : `Ports ${taken.join(', ')} are`;
  throw new Error(
    `${what} in use. Stop the program that listens there (perhaps another "npm start"), ` +
      `or choose other ports with the variables in brackets, for example ${DEFAULTS.service.variable}=4000 npm start.`,
  );
}

/** Systems give outgoing connections higher ports, any of which may be gone between the look at it and its use. */
const FOR_TESTS = [20_000, 32_000] as const;

/** Ports that nobody uses now, for tests. */
export async function freePorts(): Promise<Ports> {
  const chosen = new Set<number>();
  while (chosen.size < Object.keys(DEFAULTS).length) {
    const port = randomInt(...FOR_TESTS);
    if (!chosen.has(port) && (await canListen(port))) chosen.add(port);
  }
  const ports = [...chosen];
  return Object.fromEntries(Object.keys(DEFAULTS).map((name, index) => [name, ports[index]])) as unknown as Ports;
}
