import type { EN } from './en.ts';

export const PT_BR: Record<keyof typeof EN, string> = {
  orgUnknown: 'Esta organização não existe.',
  nameDiffers: 'Este não é o nome da sua organização. Para parar tudo, digite “{name}”.',
};
