import { ipcMain } from 'electron'
import { invokeContract, type InvokeName } from '../../shared/ipc/contract.ts'
import type { Log } from '../log.ts'
import { ASK_ANSWER_CHANNEL } from './channels.ts'
import { answerInvoke, type InvokeHandlers } from './invoke-handlers.ts'
import type { PageLink } from './page-link.ts'
import { isTrustedSender, type SenderEvent } from './trusted-sender.ts'

const isInvokeName = (name: string): name is InvokeName => Object.hasOwn(invokeContract, name)

/** Registers every message of the contract. The only place that touches ipcMain: sender check and parsing happen here, once. */
export const registerMessages = (deps: {
  readonly handlers: InvokeHandlers
  readonly page: PageLink
  readonly log: Log
}): void => {
  const requireTrust = (event: SenderEvent, name: string): void => {
    if (isTrustedSender(event, deps.page.contentsId())) return
    deps.log.error(`Refused ${name} from a sender that is not Konter's page`)
    throw new Error(`${name} is refused: not Konter's page`)
  }
  for (const name of Object.keys(invokeContract).filter(isInvokeName)) {
    ipcMain.handle(name, async (event, request: unknown) => {
      requireTrust(event, name)
      try {
        return await answerInvoke(deps.handlers, name, request)
      } catch (error) {
        deps.log.error(`${name} failed`, error)
        throw error
      }
    })
  }
  ipcMain.handle(ASK_ANSWER_CHANNEL, (event, answer: unknown) => {
    requireTrust(event, ASK_ANSWER_CHANNEL)
    deps.page.receiveAskAnswer(answer)
  })
}
