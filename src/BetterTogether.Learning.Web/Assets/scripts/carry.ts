// What is typed in one form of a page stays when another one is sent, or the page is read anew. Only from one page to the
// next is it put away, in this tab and under whose it is, and with the version it began from, so that a clash is still
// one. Signing out throws it away, and so does somebody else at such a page: the machine may be shared.

import { showOther } from './other-text'

type Field = HTMLInputElement | HTMLTextAreaElement
type Words = Record<string, string>
type Kept = { typed: Words, from: Words, sent: boolean }

// The token of a form is none of them: it belongs to its page.
const fieldsOf = (form: HTMLFormElement): Field[] => [...form.querySelectorAll<Field>('[name^="Form."]')]

const isTyped = (field: Field): boolean => field.type !== 'hidden'

const wordsOf = (fields: Field[]): Words => Object.fromEntries(fields.map(field => [field.name, field.value]))

// An address with a handler is an answer that refused: what was sent is in its box again, and saved nowhere.
function isRefused(form: HTMLFormElement): boolean {
  const handler = CSS.escape(location.search)
  return form.matches(`[action$="${handler}"]`) || form.querySelector(`[formaction$="${handler}"]`) !== null
}

// Typed by the reader and not saved. What only came along with a press that was refused is not theirs.
const isEdited = (field: Field): boolean => isTyped(field) && (field.value !== field.defaultValue || 'edited' in field.dataset)

const editedOf = (form: HTMLFormElement): Field[] => fieldsOf(form).filter(isEdited)

const isUnsent = (form: HTMLFormElement): boolean => editedOf(form).length > 0

// Another tab, or the page after a lost sign-in, does not know what was edited there: then all of it was.
function markRefused(form: HTMLFormElement, sent: Kept | undefined): void {
  for (const field of fieldsOf(form).filter(isTyped)) { if (!sent || field.name in sent.typed) { field.dataset.edited = '' } }
}

// Both texts have been before their eyes and are not yet one: no text begins from -1, so they come up together again.
function fromOf(form: HTMLFormElement): Words {
  const clashed = isRefused(form) && document.getElementById('clash') !== null
  const from = wordsOf(fieldsOf(form).filter(field => !isTyped(field)))
  return clashed ? Object.fromEntries(Object.entries(from).map(([name, value]) => [name, name.endsWith('Version') ? '-1' : value])) : from
}

function giveBack({ typed, from }: Kept, part: HTMLElement, forms: HTMLFormElement[]): void {
  const form = forms.find(one => Object.keys(typed).every(name => one.elements.namedItem(name)))
  if (!form) { return show(typed, part) }
  const fields = fieldsOf(form).filter(field => field.name in typed && field.value !== typed[field.name])
  const box = fields.find((field): field is HTMLTextAreaElement => field instanceof HTMLTextAreaElement)
  const moved = fieldsOf(form).find(field => !isTyped(field) && field.name in from && field.value !== from[field.name])
  // A day alone goes on from the text that is saved now; a text, from the one it was typed over, and it has the saved one beside it.
  if (box && moved) {
    moved.value = from[moved.name]!
    showOther(form, box, box.defaultValue)
  }
  for (const field of fields) {
    field.value = typed[field.name]!
    field.closest('details')?.setAttribute('open', '')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

// Their form is gone, say because both have confirmed meanwhile.
function show(typed: Words, part: HTMLElement): void {
  const note = document.createElement('p')
  Object.assign(note, { className: 'bt-note', textContent: 'What you had typed has no place here any more, so it was not sent. Copy what you need before you leave the page:' })
  const words = document.createElement('div')
  Object.assign(words, { className: 'bt-card bt-prose', textContent: Object.values(typed).join('\n') })
  part.prepend(note, words)
}

export function carryWords(page: Document): void {
  let going: HTMLFormElement | null = null
  page.addEventListener('submit', event => { if (!event.defaultPrevented) { going = event.target as HTMLFormElement } })
  const leaves = (): boolean => going?.getAttribute('action')?.startsWith('/sign-out') === true
  window.addEventListener('pagehide', () => { if (leaves()) { sessionStorage.clear() } })

  const part = page.querySelector<HTMLElement>('[data-carry]')
  if (!part) { return }
  const who = part.dataset.carry!
  const key = `${who} ${location.pathname}`
  const forms = [...part.querySelectorAll('form')]
  const unsent = (): HTMLFormElement[] => forms.filter(form => form !== going && isUnsent(form))
  // What was sent is kept until an answer comes: said to be done, or refused and in its box again.
  const answered = location.search !== '' || page.querySelector('.bt-note--good') !== null

  for (const other of Object.keys(sessionStorage).filter(one => !one.startsWith(who))) { sessionStorage.removeItem(other) }
  const kept = JSON.parse(sessionStorage.getItem(key) ?? '[]') as Kept[]
  sessionStorage.removeItem(key)
  for (const form of forms.filter(isRefused)) { markRefused(form, kept.find(one => one.sent)) }
  for (const one of kept) { if ((!one.sent || !answered) && Object.keys(one.typed).length > 0) { giveBack(one, part, forms) } }

  window.addEventListener('pagehide', () => {
    const away = forms.filter(form => fieldsOf(form).some(isTyped) && (form === going || isUnsent(form)))
      .map(form => ({ typed: wordsOf(editedOf(form)), from: fromOf(form), sent: form === going }))
    if (away.length > 0 && !leaves()) { sessionStorage.setItem(key, JSON.stringify(away)) }
  })
  // A tab that is closed takes its words along. What one sends from this page takes nothing.
  window.addEventListener('beforeunload', event => { if ((!going || leaves()) && unsent().length > 0) { event.preventDefault() } })
}
