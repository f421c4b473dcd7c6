// Makes the page like the one the server has just made, and touches only what differs: what somebody types, has
// opened or has the focus on stays as it is.

const keyOf = (node: Node): string | null => node instanceof Element ? node.id || node.getAttribute('data-key') : null

const alike = (a: Node, b: Node): boolean => a.nodeType === b.nodeType && a.nodeName === b.nodeName && keyOf(a) === keyOf(b)

// Opened by the person, not by the server.
const theirs = (element: Element, name: string): boolean => name === 'open' && element.localName === 'details'

function mergeAttributes(old: Element, made: Element): void {
  for (const { name } of [...old.attributes]) {
    if (!made.hasAttribute(name) && !theirs(old, name)) { old.removeAttribute(name) }
  }
  for (const { name, value } of [...made.attributes]) {
    if (old.getAttribute(name) !== value && !theirs(old, name)) { old.setAttribute(name, value) }
  }
}

function mergeChildren(old: Node, made: Node): void {
  const keyed = new Map<string, Node>()
  for (const child of old.childNodes) {
    const key = keyOf(child)
    if (key) { keyed.set(key, child) }
  }
  let at = old.firstChild
  for (const wanted of [...made.childNodes]) {
    const key = keyOf(wanted)
    const known = key ? keyed.get(key) : undefined
    const kept = known && alike(known, wanted) ? known : at && !keyOf(at) && alike(at, wanted) ? at : null
    if (!kept) {
      old.insertBefore(wanted, at)
    } else {
      // What stands between is gone from the new page, or comes later: moving the kept one would take the focus from it.
      while (at && at !== kept && !(keyOf(at) && stillWanted(at, made))) {
        const next: ChildNode | null = at.nextSibling
        at.remove()
        at = next
      }
      if (at !== kept) { old.insertBefore(kept, at) } else { at = at.nextSibling }
      merge(kept, wanted)
    }
  }
  while (at) {
    const next: ChildNode | null = at.nextSibling
    at.remove()
    at = next
  }
}

function stillWanted(node: Node, made: Node): boolean {
  const key = keyOf(node)
  return [...made.childNodes].some(child => keyOf(child) === key)
}

export function merge(old: Node, made: Node): void {
  if (old.isEqualNode(made)) { return }
  if (old instanceof Element && made instanceof Element) {
    mergeAttributes(old, made)
    mergeChildren(old, made)
  } else if (old.nodeValue !== made.nodeValue) {
    old.nodeValue = made.nodeValue
  }
}
