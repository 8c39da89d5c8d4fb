import { PRACTICE_CREDENTIALS } from '../practice-credentials.ts'
import { startPracticeServices } from '../practice-services.ts'

/** Serves on the folder in the arguments, sells once to itself, says `answered` and then waits to be killed. */
const main = async (): Promise<void> => {
  const directory = process.argv[2] ?? ''
  const { id, secretKey } = PRACTICE_CREDENTIALS.forstok
  const services = await startPracticeServices({
    directory,
    seed: () =>
      Promise.resolve([{ sku: 'A', barcode: null, name: 'A', category: '', price: 4500, costPrice: null, stock: 1 }]),
    now: Date.now,
  })
  const login = await fetch(
    `${services.forstokAuthUrl}/api/v2/auth?${new URLSearchParams({ id, secret_key: secretKey, type: 'seller' }).toString()}`,
    { method: 'POST' },
  )
  const token = /"token":"([^"]+)"/.exec(await login.text())?.[1] ?? ''
  const order = await fetch(
    `${services.forstokSellerUrl}/api/v2/orders.json?${new URLSearchParams({ user_id: id, auth_type: 'jwt' }).toString()}`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        reference: 'K1-1',
        channel_id: 21,
        store_id: 9001,
        warehouse_id: 701,
        ordered_at: '2026-11-21T10:00:00+07:00',
        customer: { name: 'Pelanggan Umum' },
        item_lines: [{ sku: 'A', price: 4500, sale_price: 4500 }],
      }),
    },
  )
  process.stdout.write(order.ok ? 'answered\n' : `refused ${await order.text()}\n`)
}

void main()
