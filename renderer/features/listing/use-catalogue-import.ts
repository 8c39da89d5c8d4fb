import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueReview } from '../../../shared/domain/catalogue-review.ts'
import { logError } from '../../app/log.ts'
import { useBridge, useTill } from '../../app/till-context.tsx'
import { useLanguage } from '../../app/use-bilingual.ts'
import type { CatalogueImport, TableReader } from './catalogue-import.ts'
import { isCatalogueFile, LARGEST_FILE_BYTES } from './refused-rows.ts'

const BYTES_PER_MEGABYTE = 1024 * 1024

/** Leads a catalogue from a file over the review into the till. */
export const useCatalogueImport = () => {
  const { t } = useTranslation('listing')
  const language = useLanguage()
  const till = useTill()
  const bridge = useBridge()
  const [state, setState] = useState<CatalogueImport>({ stage: 'idle' })

  const review = async (fileName: string, readTable: TableReader) => {
    setState({ stage: 'reading', fileName })
    try {
      const table = await readTable()
      if (!table.ok) {
        setState({ stage: 'refused', reason: table.error.message[language] })
        return
      }
      setState({ stage: 'reviewing', fileName })
      setState({ stage: 'review', fileName, review: await till.reviewCatalogue(table.value) })
    } catch (error) {
      setState({ stage: 'refused', reason: t('unreadable', { name: fileName }) })
      logError('catalogue', error)
    }
  }

  const reviewFile = async (file: File) => {
    if (!isCatalogueFile(file.name)) {
      setState({ stage: 'refused', reason: t('wrongType', { name: file.name }) })
      return
    }
    if (file.size > LARGEST_FILE_BYTES) {
      const megabytes = LARGEST_FILE_BYTES / BYTES_PER_MEGABYTE
      setState({ stage: 'refused', reason: t('tooLarge', { name: file.name, megabytes }) })
      return
    }
    await review(file.name, async () =>
      bridge.readCatalogueFile({ fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
    )
  }

  const reviewPractice = () => review(t('practiceFile'), () => bridge.readPracticeCatalogue({}))

  const write = async (fileName: string, judged: CatalogueReview) => {
    const totalRows = judged.accepted.length
    setState({ stage: 'writing', fileName, progress: { writtenRows: 0, totalRows } })
    try {
      const answer = await till.importCatalogue(judged, (progress) =>
        setState({ stage: 'writing', fileName, progress }),
      )
      setState(
        answer.ok
          ? { stage: 'done', importedRows: answer.value }
          : { stage: 'refused', reason: `${t('importFailed')} ${answer.error.message[language]}` },
      )
    } catch (error) {
      setState({ stage: 'refused', reason: t('importFailed') })
      logError('catalogue', error)
    }
  }

  return { state, reviewFile, reviewPractice, write, leave: () => setState({ stage: 'idle' }) }
}
