import { z } from 'zod'
import { profileAt } from '../../electron/profile.ts'
import { startPracticeServices } from '../../electron/practice/practice-services.ts'

const tokenSchema = z.object({ data: z.object({ token: z.string() }) })

/**
 * Plays the person who enters returns at Forstok: adds what was restocked to On Hand. To be called while the till is closed;
 * the simulators keep what they hold in the profile.
 */
export const restockAtForstok = async (
  profileFolder: string,
  restocked: ReadonlyMap<string, number>,
  now: () => number,
): Promise<void> => {
  if (restocked.size === 0) return
  const services = await startPracticeServices({
    directory: profileAt(profileFolder, 'practice').practiceServicesFolder,
    seed: () => Promise.reject(new Error('The simulators of the profile have no seed')),
    now,
  })
  try {
    const { id, secretKey } = services.credentials.forstok
    const login = new URLSearchParams({ id, secret_key: secretKey, type: 'seller' })
    const answer = await fetch(`${services.forstokAuthUrl}/api/v2/auth?${login.toString()}`, { method: 'POST' })
    const { token } = tokenSchema.parse(await answer.json()).data
    const stock = new Map(services.readHoldings().stock.map((row) => [row.sku, row.onHand]))
    const variants = [...restocked].map(([sku, quantity]) => ({
      sku,
      warehouse_id: 701,
      quantity: (stock.get(sku) ?? 0) + quantity,
    }))
    const query = new URLSearchParams({ user_id: id, auth_type: 'jwt' })
    const set = await fetch(`${services.forstokSellerUrl}/api/v2/variants/quantities.json?${query.toString()}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ variants }),
    })
    if (!set.ok) throw new Error(`The restock was refused: ${await set.text()} ${JSON.stringify(variants)}`)
  } finally {
    await services.stop()
  }
}
