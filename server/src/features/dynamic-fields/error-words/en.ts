export const EN = {
  tooManyFields: 'An email can have {limit} different dynamic fields. Take some out.',
  promptsLeft: 'Something in this email has yet to be replaced or removed: {prompts}',
  fieldsUnresolved: 'There is no value for {person}: {fields}',
  tooLarge: 'With what its dynamic fields come to, this email is too large. Take long ones out.',
} as const;
