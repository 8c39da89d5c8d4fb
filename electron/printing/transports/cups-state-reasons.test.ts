import { expect, test } from 'vitest'
import { readStateReasons } from './cups-state-reasons.ts'

test.each([
  [['none'], []],
  [[], []],
  [['media-empty-warning'], ['paper-out']],
  [['media-needed'], ['paper-out']],
  [['media-low-report', 'media-empty-error'], ['paper-out']],
  [['media-low-warning'], ['paper-low']],
  [
    ['media-jam-error', 'door-open-report'],
    ['jam', 'cover-open'],
  ],
  [['interlock-open'], ['cover-open']],
  [['marker-supply-empty-warning'], ['ribbon-out']],
  [['separation-cutter-jam-error'], ['cutter']],
  [['offline-report'], ['offline']],
  [['timed-out', 'shutdown'], ['offline']],
  [
    ['paused', 'cover-open'],
    ['cover-open', 'queue-paused'],
  ],
  [['hold-new-jobs'], ['queue-paused']],
  // What tells of no printer.
  [['cups-missing-filter-warning', 'cups-waiting-for-job-completed', 'cups-certificate-error'], []],
  [['toner-low', 'marker-supply-low-report', 'spool-area-full-report', 'stopping'], []],
  [['other-warning', 'com.maker.strange', 'MEDIA-EMPTY', 'media-empty-'], []],
  // An error is one, whatever it means; behind one that is understood it adds nothing.
  [['com.maker.strange-error'], ['error']],
  [['other-error', 'media-jam'], ['jam']],
])('the reasons %j of a queue mean %j', (reasons, problems) => {
  expect(readStateReasons(reasons)).toEqual({ problems, isConnecting: false })
})

test('that a printer is being looked for is told apart, however severe it is called', () => {
  expect(readStateReasons(['connecting-to-device'])).toEqual({ problems: [], isConnecting: true })
  expect(readStateReasons(['connecting-to-device-error'])).toEqual({ problems: [], isConnecting: true })
})
