import { runCheck } from './run-check.ts';
import { emitStaticResources } from './static-resources.ts';

await runCheck('static resources', async () => {
  const { problems, sizes } = await emitStaticResources();
  return { problems, summary: sizes.join(', ') };
});
