import type { EN } from './en.ts';

export const DE: Record<keyof typeof EN, string> = {
  contentGone: 'Dateien, die nicht mehr in der Bibliothek sind: {names}. Nehmen Sie die Links dorthin heraus.',
};
