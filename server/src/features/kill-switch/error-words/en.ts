export const EN = {
  orgUnknown: 'This org does not exist.',
  nameDiffers: 'This is not the name of your org. To stop everything, type "{name}".',
} as const;
