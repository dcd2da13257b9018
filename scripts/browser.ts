/** Sees to it that there is a browser to test with, and prints where it is. */
import { findBrowser } from 'devstore/browser';

console.log((await findBrowser()).executablePath);
