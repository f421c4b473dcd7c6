// Called by Assets.targets when an input is newer than the output. Two builds may come at once (an IDE and a terminal,
// two test projects): one works, the other waits and then finds the work done.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const lock = join(here, '.building')
const built = join(here, '.built')
const installed = join(here, 'node_modules/.installed')
const outputs = ['site.css', 'site.js', 'circle.js'].map(name => join(here, '../wwwroot/dist', name))

const inside = folder => readdirSync(join(here, folder), { recursive: true }).map(name => join(folder, name))
const files = ['package.json', 'package-lock.json', '.npmrc']
const sources = [...files, 'tsconfig.json', 'build.mjs', ...inside('scripts'), ...inside('styles')].sort()

function hash(names) {
  const sum = createHash('sha256')
  for (const name of names.filter(name => statSync(join(here, name)).isFile())) {
    sum.update(name).update('\0').update(readFileSync(join(here, name)))
  }
  return sum.digest('hex')
}

const says = (file, text) => existsSync(file) && readFileSync(file, 'utf8') === text

// A build that was killed leaves its lock; it counts no longer once its process is gone.
function holderLives() {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')) || process.pid, 0)
    return Date.now() - statSync(lock).mtimeMs < 10 * 60_000
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function take() {
  for (;;) {
    try {
      return writeFileSync(lock, String(process.pid), { flag: 'wx' })
    } catch (error) {
      if (error.code !== 'EEXIST') { throw error }
    }
    if (holderLives()) { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200) } else { rmSync(lock, { force: true }) }
  }
}

function npm(...words) {
  const ran = spawnSync('npm', words, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' })
  if (ran.error) { console.error(`npm, which comes with Node.js, could not be started: ${ran.error.message}`) }
  if (ran.status !== 0) { throw new Error(`npm ${words.join(' ')} failed`) }
}

take()
try {
  const lockHash = hash(files)
  const sourceHash = hash(sources)
  if (!says(built, sourceHash) || !outputs.every(existsSync)) {
    if (!says(installed, lockHash)) {
      npm('ci', '--loglevel=error')
      writeFileSync(installed, lockHash)
    }
    npm('run', '--silent', '--loglevel=error', 'build')
    writeFileSync(built, sourceHash)
  }
  // Newer than every input, so that the next build does not even start Node.js.
  for (const file of [built, ...outputs]) { utimesSync(file, new Date(), new Date()) }
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(lock, { force: true })
}
