import { create } from 'zustand'
import type { Tone } from './tone.ts'

export type Toast = { readonly id: number; readonly tone: Tone; readonly text: string }

type ToastState = {
  readonly toasts: readonly Toast[]
  readonly nextId: number
}

const SHOWN_MS = 5_000
const LARGEST_COUNT = 4

export const useToastStore = create<ToastState>(() => ({ toasts: [], nextId: 1 }))

/** Takes a toast away before its time. */
export const dismissToast = (id: number): void =>
  useToastStore.setState((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) }))

/** Shows a short message for five seconds and has it read out at the next pause. Not for anything that must be acted on. */
export const showToast = (tone: Tone, text: string): void => {
  const id = useToastStore.getState().nextId
  useToastStore.setState((state) => ({
    toasts: [...state.toasts, { id, tone, text }].slice(-LARGEST_COUNT),
    nextId: id + 1,
  }))
  setTimeout(() => dismissToast(id), SHOWN_MS)
}
