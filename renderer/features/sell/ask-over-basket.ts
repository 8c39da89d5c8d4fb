import type { Approval } from '../../../shared/domain/approval.ts'
import { type ApprovalRequest, requestApproval } from '../approval/approval-store.ts'
import { requestFocus, useSellStore } from './sell-store.ts'

const nextFrame = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(resolve)
  })

/** Closes the dialog of the sell screen and asks for leave in its place: a dialog that stays open beneath keeps the focus to itself. */
export const askOverBasket = async (request: ApprovalRequest): Promise<Approval | null> => {
  useSellStore.setState({ dialog: 'none' })
  // The closing dialog gives the focus back first.
  await nextFrame()
  await nextFrame()
  const approval = await requestApproval(request)
  requestFocus('search')
  return approval
}

const LONGEST_NAME = 40

/** A name that a dialog's title has room for. */
export const shortName = (name: string): string =>
  name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…`
