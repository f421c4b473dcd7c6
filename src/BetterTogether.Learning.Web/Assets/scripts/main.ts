// Every page works without this file; it only spares people a second click and a search for the error.
import { focusErrorSummary } from './error-summary'
import { guardSubmits } from './submit-guard'

focusErrorSummary(document)
guardSubmits(document)
