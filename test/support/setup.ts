import { buildWeb } from '../../web/build.ts';
import { findBrowser } from './browser.ts';

/** Before the first test: the web app as users get it, and a browser to open it in. */
export default async function setup(): Promise<void> {
  await buildWeb();
  findBrowser();
}
