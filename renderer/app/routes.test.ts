import { expect, test } from 'vitest'
import { hashOf, routeOf, SCREENS } from './routes.ts'

test.each(SCREENS)('reads back the address of the %s screen', (screen) => {
  expect(routeOf(hashOf({ screen, salesState: 'all' }))).toEqual({ screen, salesState: 'all' })
})

test('carries the filter of the sales screen in the address', () => {
  expect(routeOf(hashOf({ screen: 'sales', salesState: 'attention' }))).toEqual({
    screen: 'sales',
    salesState: 'attention',
  })
})

test.each(['', '#', '#/nowhere', '#/sales/nonsense/more'])('falls back safely on %s', (hash) => {
  const route = routeOf(hash)
  expect(SCREENS).toContain(route.screen)
  expect(route.salesState).toBe('all')
})
