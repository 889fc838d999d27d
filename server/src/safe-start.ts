import { ConfigurationError, loadConfig, type Config } from './config.ts';
import { refuseUnsafeDatabases, UnsafeDatabaseError } from './platform/safe-connection.ts';

/**
 * The settings of a process that serves, once they are checked; in production the databases of `settings` as well. Whatever is wrong is
 * printed for the operator and ends the process: one that cannot be safe does not start.
 */
export function startSafely(...settings: ('DATABASE_URL' | 'JOBS_DATABASE_URL')[]): Promise<Config> {
  return orExplain(async () => {
    const config = loadConfig(process.env);
    if (config.NODE_ENV === 'production') {
      const urls = Object.fromEntries(settings.map((setting) => [setting, config[setting]]));
      await refuseUnsafeDatabases(urls, { asServer: true });
    }
    return config;
  });
}

/** A part of the start: what is wrong with the settings is printed for the operator and ends the process. */
export async function orExplain<T>(start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof ConfigurationError || error instanceof UnsafeDatabaseError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
