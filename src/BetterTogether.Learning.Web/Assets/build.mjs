// Makes wwwroot/dist: site.css, site.js, circle.js (the live room's, loaded by it alone), the fonts and the licences that travel with them.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import * as sass from 'sass'

const here = dirname(fileURLToPath(import.meta.url))
const dist = join(here, '../wwwroot/dist')
const font = '@fontsource/atkinson-hyperlegible-next'
const made = new Set()

const read = (...parts) => readFileSync(join(here, ...parts))

// Written aside and renamed: a running site never serves half a file.
function put(name, content) {
  const target = join(dist, name)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(`${target}.new`, content)
  renameSync(`${target}.new`, target)
  made.add(target)
}

for (const [name, entry] of [['site.js', 'scripts/main.ts'], ['circle.js', 'scripts/circle/main.ts']]) {
  const script = await esbuild.build({
    absWorkingDir: here, entryPoints: [entry], bundle: true, format: 'esm', target: 'es2022',
    minify: true, legalComments: 'eof', write: false, outfile: name, logLevel: 'warning',
  })
  put(name, script.outputFiles[0].contents)
}

const style = sass.compile(join(here, 'styles/main.scss'), { style: 'compressed', loadPaths: [join(here, 'node_modules')] })
put('site.css', style.css)

for (const subset of ['latin', 'latin-ext']) {
  for (const weight of [400, 700]) {
    const file = `atkinson-hyperlegible-next-${subset}-${weight}-normal.woff2`
    put(join('fonts', file), read('node_modules', font, 'files', file))
  }
}

// The font's licence (OFL) asks to travel with every copy; govuk-frontend's package holds only the name of its own.
put('licences.txt', `Form styles and error summary: govuk-frontend, Crown copyright (Government Digital Service), MIT licence,
https://github.com/alphagov/govuk-frontend/blob/main/LICENSE.txt

Live rooms: @microsoft/signalr, copyright .NET Foundation and contributors, MIT licence,
https://github.com/dotnet/aspnetcore/blob/main/LICENSE.txt

Font: Atkinson Hyperlegible Next\n\n${read('node_modules', font, 'LICENSE')}`)

for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name)
  if (entry.isFile() && !made.has(file)) { rmSync(file) }
}
