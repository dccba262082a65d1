import adapter from '@sveltejs/adapter-node';

/**
 * SvelteKit's options. They live here, at the top level, and `vite.config.ts` passes them on: Kit 3 takes its
 * configuration from the Vite plugin. Paths in `files` start at Vite's root, `web/`; `out` at the working directory.
 *
 * @type {NonNullable<Parameters<typeof import('@sveltejs/kit/vite').sveltekit>[0]>}
 */
export default {
  adapter: adapter({ out: 'build' }),
  files: { src: '.', routes: 'routes', assets: 'static', appTemplate: 'app.html', errorTemplate: 'error.html' },
  csp: {
    mode: 'nonce',
    directives: {
      'default-src': ['self'],
      'script-src': ['self'],
      'style-src': ['self'],
      // The one style attribute of SvelteKit itself: it hides the element that announces a new page.
      'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
      'img-src': ['self', 'data:'],
      'font-src': ['self'],
      'manifest-src': ['self'],
      'worker-src': ['self'],
      'connect-src': ['self'],
      'object-src': ['none'],
      'base-uri': ['none'],
      'form-action': ['self'],
      'frame-ancestors': ['none'],
    },
  },
};
