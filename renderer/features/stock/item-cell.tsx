/** An item in a table: its name and, beside it, its SKU. */
export const itemCell = ({ name, sku }: { readonly name: string; readonly sku: string }) => (
  <span className="block truncate">
    <span className="font-medium">{name}</span> <span className="text-sm text-muted">{sku}</span>
  </span>
)
