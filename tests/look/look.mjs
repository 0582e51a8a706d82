// Opens every page of a site in Chromium, over the DevTools protocol, and says what is wrong with it: a message on
// the console, a request to elsewhere, a link to nowhere, a page that scrolls sideways, what axe finds.
// node --experimental-websocket look.mjs SITE SCREENSHOTS AXE
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [site, shots, axe] = process.argv.slice(2).map(it => resolve(it));
const script = readFileSync(axe, 'utf8');
mkdirSync(shots, { recursive: true });

const profile = mkdtempSync(join(tmpdir(), 'look-'));
const chromium = spawn('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
  '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--hide-scrollbars', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
  { stdio: ['ignore', 'ignore', 'pipe'] });
const address = await new Promise((found, failed) => {
  let said = '';
  chromium.stderr.on('data', it => {
    said += it;
    const listening = said.match(/DevTools listening on (ws:\S+)/);
    if (listening) found(listening[1]);
  });
  chromium.on('exit', () => failed(new Error(said)));
});
const socket = new WebSocket(address);
await new Promise(open => socket.addEventListener('open', open));

const waiting = new Map();
let [count, session, heard] = [0, undefined, () => {}];
socket.addEventListener('message', ({ data }) => {
  const it = JSON.parse(data);
  if (!it.id) return heard(it);
  const [answered, failed] = waiting.get(it.id);
  waiting.delete(it.id);
  if (it.error) failed(new Error(it.error.message)); else answered(it.result);
});
const call = (method, params = {}) => new Promise((answered, failed) => {
  waiting.set(++count, [answered, failed]);
  socket.send(JSON.stringify({ id: count, method, params, sessionId: session }));
});
const evaluate = async expression => {
  const { result, exceptionDetails } =
    await call('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
};
const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
session = (await call('Target.attachToTarget', { targetId, flatten: true })).sessionId;
for (const it of ['Page', 'Runtime', 'Log', 'Network']) await call(`${it}.enable`);

const isFile = it => existsSync(it) && statSync(it).isFile();
const VIOLATIONS = `axe.run({ preload: false }).then(it => it.violations.map(v => v.id + ': '
  + v.nodes.slice(0, 3).map(n => n.target + ' ' + n.failureSummary.split('\\n')[1]).join(' | ')))`;

/** Opens a page, and returns what is wrong with it. */
async function look(page, scheme, width) {
  const found = [];
  await call('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
  await call('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: width < 500 });
  const loaded = new Promise(done => {
    heard = ({ method, params }) => {
      if (method === 'Page.loadEventFired') done();
      if (method === 'Log.entryAdded') found.push(`console: ${params.entry.text}`);
      if (method === 'Runtime.consoleAPICalled') found.push(`console: ${params.args.map(it => it.value)}`);
      if (method === 'Runtime.exceptionThrown') found.push(`exception: ${params.exceptionDetails.text}`);
      const url = method === 'Network.requestWillBeSent' ? params.request.url : 'file:';
      if (!url.startsWith('file:')) found.push(`request: ${url}`);
    };
  });
  await call('Page.navigate', { url: pathToFileURL(join(site, page)).href });
  await loaded;
  if (await evaluate('document.documentElement.scrollWidth > innerWidth')) found.push('scrolls sideways');
  if (width > 500) {
    if (scheme === 'light') {
      const links = await evaluate('[...document.querySelectorAll("[href]")].map(it => it.href.baseVal === undefined'
        + ' ? it.href : new URL(it.href.baseVal, location).href)');
      const files = links.filter(it => it.startsWith('file:')).map(it => fileURLToPath(new URL(it.split('#')[0])));
      found.push(...files.filter(it => !isFile(it)).map(it => `a link to nowhere: ${it}`));
      const anchors = links.filter(it => it.split('#')[0] === pathToFileURL(join(site, page)).href && it.includes('#'));
      for (const it of anchors.map(it => decodeURIComponent(it.split('#')[1]))) {
        if (!await evaluate(`document.getElementById(${JSON.stringify(it)}) !== null`)) found.push(`no such place: #${it}`);
      }
    }
    await evaluate(script);
    found.push(...await evaluate(VIOLATIONS));
  }
  // One of each kind of page is enough to look at.
  if (!/-\d+\.html$/.test(page) || /2026-09-05|2026-07-11/.test(page)) {
    const { data } = await call('Page.captureScreenshot', { captureBeyondViewport: true });
    writeFileSync(join(shots, `${page.replaceAll('/', '-').replace('.html', '')}-${scheme}-${width}.png`), data, 'base64');
  }
  return found.map(it => `${page} ${scheme} ${width}: ${it}`);
}

const pages = readdirSync(site, { recursive: true }).filter(it => it.endsWith('.html')).sort();
const faults = [];
for (const page of pages) {
  for (const [scheme, width] of [['light', 1280], ['dark', 1280], ['light', 390], ['dark', 390]]) {
    faults.push(...await look(page, scheme, width));
  }
}
socket.close();
chromium.removeAllListeners('exit');
const ended = new Promise(done => chromium.on('exit', done));
chromium.kill();
await ended;
rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
faults.forEach(it => console.log(it));
console.log(`look: ${pages.length} pages in four views: ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
