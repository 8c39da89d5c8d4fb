import type { Sale } from '../../shared/domain/sale.ts'
import { stepsFor } from '../../shared/domain/steps-for.ts'

/** How many steps a sale owes in all destinations, by the route it was sold under. */
export const countOwedSteps = (sale: Sale): number => stepsFor(sale, sale.route).length
