import { jestConfig } from '@salesforce/sfdx-lwc-jest/config.js';

/** Jest loads CommonJS, and these packages' `main` no longer is. */
const commonJs = (name) => [`^@lwc/${name}$`, `<rootDir>/node_modules/@lwc/${name}/dist/index.cjs`];

export default {
  ...jestConfig,
  roots: ['<rootDir>/force-app'],
  // The emitted JavaScript is what ships, so it is what is tested.
  moduleFileExtensions: ['js', 'html', 'json', 'css'],
  testMatch: ['**/__tests__/**/*.test.js'],
  moduleNameMapper: {
    ...Object.fromEntries(['engine-dom', 'synthetic-shadow', 'wire-service'].map(commonJs)),
    '^lwc$': '<rootDir>/node_modules/@lwc/engine-dom/dist/index.cjs',
    '^lightning/modal$': '<rootDir>/force-app/test/lightning/modal.js',
    '^lightning/navigation$': '<rootDir>/force-app/test/lightning/navigation.js',
    '^lightning/platformUtilityBarApi$': '<rootDir>/force-app/test/lightning/platformUtilityBarApi.js',
    '^lightning/select$': '<rootDir>/force-app/test/lightning/select.js',
  },
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/force-app/test/setup.js'],
};
