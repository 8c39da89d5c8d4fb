import { type RefObject, useEffect, useEffectEvent, useState } from 'react'

/** Takes files that are dropped on an element; true while something is held over it. A second way beside a button, never the only one. */
export const useFileDrop = (
  target: RefObject<HTMLElement | null>,
  onDrop: (files: FileList | undefined) => void,
): boolean => {
  const [isOver, setIsOver] = useState(false)
  const take = useEffectEvent(onDrop)
  useEffect(() => {
    const element = target.current
    if (element === null) return undefined
    const over = (event: DragEvent) => {
      event.preventDefault()
      setIsOver(true)
    }
    const leave = () => setIsOver(false)
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setIsOver(false)
      take(event.dataTransfer?.files)
    }
    element.addEventListener('dragover', over)
    element.addEventListener('dragleave', leave)
    element.addEventListener('drop', drop)
    return () => {
      element.removeEventListener('dragover', over)
      element.removeEventListener('dragleave', leave)
      element.removeEventListener('drop', drop)
    }
  }, [target])
  return isOver
}
