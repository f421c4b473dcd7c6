// Every page works without this file; it only spares people a second click and a search for the error.
import { saveWhileTyping } from './autosave'
import { carryWords } from './carry'
import { focusErrorSummary } from './error-summary'
import { follow } from './follow'
import { guardSubmits } from './submit-guard'

focusErrorSummary(document)
guardSubmits(document)
follow(document)
saveWhileTyping(document)
carryWords(document) // after it: what is given back saves itself
