// The text that is saved now, above a box in which somebody has another: as the page with both texts has it.

export const isShown = (form: HTMLFormElement): boolean => 'clash' in form.dataset

export function showOther(form: HTMLFormElement, box: HTMLTextAreaElement, saved: string): void {
  form.dataset.clash = ''
  const note = document.createElement('section')
  note.className = 'bt-note bt-note--trouble'
  const what = document.createElement('p')
  // The sentence alone is an alert: nobody wants a whole text read out while they type.
  what.setAttribute('role', 'alert')
  what.textContent = 'The text was changed elsewhere since you opened it. Both are here: put them together in the box, then press Save. Nothing is replaced before you have seen both once more.'
  const heading = document.createElement('h3')
  heading.textContent = 'What is saved now'
  const words = document.createElement('div')
  Object.assign(words, { className: 'bt-card bt-prose', textContent: saved })
  note.append(what, heading, words)
  box.closest('.govuk-form-group')!.before(note)
}
