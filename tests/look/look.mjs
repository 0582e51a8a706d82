// Opens every page of a site in Chromium, over the DevTools protocol, and says what is wrong with it: a message on
// the console, a request to elsewhere, a link to nowhere, a page that scrolls sideways, what axe finds.
// node --experimental-websocket look.mjs SITE SCREENSHOTS AXE [PATTERN]
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [site, shots, axe] = process.argv.slice(2, 5).map(it => resolve(it));
const pattern = new RegExp(process.argv[5] ?? '.');
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

/** Opens a page, and returns what is wrong with it in each view. */
async function look(page) {
  const address = pathToFileURL(join(site, page)).href;
  const found = [];
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
  await call('Page.navigate', { url: address });
  await loaded;
  const links = await evaluate('[...document.querySelectorAll("[href]")].map(it => new URL(it.getAttribute("href"), '
    + 'location).href)');
  for (const [file, place] of links.filter(it => it.startsWith('file:')).map(it => it.split('#'))) {
    if (!isFile(fileURLToPath(file))) found.push(`a link to nowhere: ${file}`);
    if (place === undefined || file !== address) continue;
    const id = JSON.stringify(decodeURIComponent(place));
    if (!await evaluate(`document.getElementById(${id}) !== null`)) found.push(`no such place: #${place}`);
  }
  await evaluate(script);
  for (const [scheme, width] of [['light', 1280], ['dark', 1280], ['dark', 390], ['light', 390]]) {
    await call('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
    await call('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: width < 500 });
    const here = it => `${scheme} ${width}: ${it}`;
    if (await evaluate('document.documentElement.scrollWidth > innerWidth')) found.push(here('scrolls sideways'));
    if (width > 500) found.push(...(await evaluate(VIOLATIONS)).map(here));
    // One of each kind of page is enough to look at.
    if (!/\/(decisions|elections|meetings)\//.test(page) || /2026-09-05-q|2026-07-11-f|2026-09-05.html/.test(page)) {
      const { data } = await call('Page.captureScreenshot', { captureBeyondViewport: true });
      const name = `${page.replaceAll('/', '-').replace('.html', '')}-${scheme}-${width}.png`;
      writeFileSync(join(shots, name), data, 'base64');
    }
  }
  return found.map(it => `${page}: ${it}`);
}

const pages = readdirSync(site, { recursive: true }).filter(it => it.endsWith('.html') && pattern.test(it)).sort();
const faults = [];
for (const page of pages) faults.push(...await look(page));
socket.close();
chromium.removeAllListeners('exit');
const ended = new Promise(done => chromium.on('exit', done));
chromium.kill();
await ended;
rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
faults.forEach(it => console.log(it));
console.log(`look: ${pages.length} pages in four views: ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
