import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Chance and clocks are passed in, so that a test can hold them still. */
const world = [
  { object: 'Date', property: 'now', message: 'Take the clock as an argument (`now`).' },
  { object: 'Math', property: 'random', message: 'Take chance as an argument.' },
];

export default defineConfig(
  { ignores: ['build/', 'data/', 'web/.svelte-kit/', 'test-results/'] },
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 65, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Handlers are async by contract, whether or not one of them has something to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    files: ['server/**', 'shared/**'],
    ignores: ['server/program.ts'],
    rules: {
      'no-restricted-properties': ['error', ...world],
      'no-restricted-globals': ['error', 'setTimeout', 'setInterval'],
    },
  },
  { files: ['test/**'], rules: { 'max-lines-per-function': 'off' } },
  // The one place where everybody is told of everybody; cut in two it would have to be read in two.
  { files: ['server/house.ts'], rules: { 'max-lines-per-function': ['error', { max: 80, skipBlankLines: true }] } },
  { files: ['**/*.js'], extends: [ts.configs.disableTypeChecked] },
);
