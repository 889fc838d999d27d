import path from 'node:path';
import lwc from '@lwc/rollup-plugin';
import { transform } from 'esbuild';
import type { Plugin, ResolveIdResult, RollupLog } from 'rollup';
import { modulesDir } from './paths.ts';
import type { Project } from './project.ts';
import { salesforceModules } from './salesforce-modules.ts';

/** Load what the address, or the Visualforce page, asks for; they are no components. */
const main = path.join(modulesDir, 'main.js');
const visualforce = path.join(modulesDir, 'visualforce.js');

export interface CompileOptions {
  project: Project;
  production: boolean;
  /** Compile for Lightning Web Security: async functions and the like become what its sandbox can watch. */
  lws?: boolean;
  /** Modules made here rather than read from disk, by specifier. */
  virtual?: Record<string, string>;
}

/** The plugins that turn LWC sources, in TypeScript or JavaScript, into modules for a browser. */
export function compilerPlugins({ project, production, lws = false, virtual = {} }: CompileOptions): Plugin[] {
  const modules = [...project.bundles].map(([name, entry]) => ({ name: `c/${name}`, path: entry }));
  return [
    virtualModules(virtual),
    entriesByName(),
    iconsOfBothDirections(),
    salesforceModules(project),
    stripTypes(),
    replaceEnvironment(production),
    buttonsAtRest(),
    resolveOnce(
      lwc({
        rootDir: modulesDir,
        // the modules of the page come before those of the package, so that ours win
        modules: [...modules, { dir: modulesDir }, { npm: 'lightning-base-components' }],
        enableDynamicComponents: true,
        enableLwcOn: true,
        enableLightningWebSecurityTransforms: lws,
        exclude: [/\0/, main, visualforce],
      }),
    ),
    ...(production ? [minify()] : []),
  ];
}

/** Passes on what is worth reading; an import that nobody can resolve stops the build. */
export function onWarning(warning: RollupLog, print: (warning: RollupLog) => void): void {
  if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
  const ofOthers = /lightning-base-components|node_modules/.test(`${warning.loc?.file ?? ''}${warning.id ?? ''}`);
  if (ofOthers || /CIRCULAR_DEPENDENCY|EMPTY_BUNDLE/.test(warning.code ?? '')) return;
  print(warning);
}

function virtualModules(sources: Record<string, string>): Plugin {
  const prefix = '\0virtual:';
  return {
    name: 'virtual-modules',
    resolveId: (id) => (id in sources ? prefix + id : null),
    load: (id) => (id.startsWith(prefix) ? (sources[id.slice(prefix.length)] ?? null) : null),
  };
}

/** Rollup resolves an entry without an importer; the LWC resolver needs one to know where to look. */
function entriesByName(): Plugin {
  return {
    name: 'entries-by-name',
    resolveId(id, _importer, options) {
      return options.isEntry && !path.isAbsolute(id) ? this.resolve(id, main) : null;
    },
  };
}

/** The icon libraries for right-to-left are copies of the left-to-right ones: one of each is enough. */
function iconsOfBothDirections(): Plugin {
  return {
    name: 'icons-of-both-directions',
    resolveId(id, importer) {
      return /^lightning\/iconSvgTemplates\w+Rtl$/.test(id) ? this.resolve(id.slice(0, -'Rtl'.length), importer) : null;
    },
  };
}

/**
 * A module's name means the same file for every importer of a package, and for every importer of the project. Asking once saves
 * reading the package.json files on the way again and again.
 */
function resolveOnce(plugin: Plugin): Plugin {
  const known = new Map<string, ResolveIdResult | Promise<ResolveIdResult>>();
  const { resolveId } = plugin;
  if (typeof resolveId !== 'function') throw new Error('The LWC plugin no longer resolves modules with a function.');
  return {
    ...plugin,
    resolveId(id, importer, options) {
      if (!importer || /^[./\0]/.test(id)) return resolveId.call(this, id, importer, options);
      const owner = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(importer)?.[1];
      const key = `${owner ?? ''} ${id}`;
      // the project may lie anywhere; what it may import is what the page may import
      if (!known.has(key)) known.set(key, resolveId.call(this, id, owner ? importer : main, options));
      return known.get(key);
    },
  };
}

function stripTypes(): Plugin {
  return {
    name: 'strip-types',
    async transform(code, id) {
      if (!/\.ts(\?|$)/.test(id)) return null;
      const stripped = await transform(code, {
        loader: 'ts',
        target: 'esnext',
        sourcefile: id,
        // decorators belong to the LWC compiler, and an import that is only a type leaves no trace
        tsconfigRaw: { compilerOptions: { experimentalDecorators: false, useDefineForClassFields: true, verbatimModuleSyntax: true } },
      });
      return { code: stripped.code, map: null };
    },
  };
}

/** What bundlers define and the base components ask for. */
function replaceEnvironment(production: boolean): Plugin {
  const mode = JSON.stringify(production ? 'production' : 'development');
  return {
    name: 'replace-environment',
    transform: (code) =>
      /process\.env\.NODE_ENV|import\.meta\.env\.SSR/.test(code)
        ? { code: code.replaceAll('process.env.NODE_ENV', mode).replaceAll('import.meta.env.SSR', 'false'), map: null }
        : null,
  };
}

/**
 * A base button under the mouse draws its shine anew in every frame, and goes on after it has left the page: a browser that does little
 * else spends a third of its time on it. Nothing but the shine comes of it.
 */
function buttonsAtRest(): Plugin {
  const start = "element.addEventListener('mouseenter', handleMouseEnter);";
  return {
    name: 'buttons-at-rest',
    transform(code, id) {
      if (!id.endsWith('/lightning/button/kinetics.js')) return null;
      if (!code.includes(start)) throw new Error(`The base button no longer starts its shine as ${id} did.`);
      return { code: code.replace(start, ''), map: null };
    },
  };
}

function minify(): Plugin {
  return {
    name: 'minify',
    renderChunk: async (code) => ({ code: (await transform(code, { minify: true, target: 'es2022' })).code, map: null }),
  };
}
