import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import options from './svelte.config.js';

export default defineConfig({ root: 'web', cacheDir: '../node_modules/.vite', plugins: [sveltekit(options)] });
