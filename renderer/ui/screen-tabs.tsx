import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'

/** One tab: its words, what stands beside them, and its panel (drawn only while chosen). */
export type ScreenTab = {
  readonly id: string
  readonly label: string
  readonly hint?: ReactNode
  readonly panel: ReactNode
}

/** A few views of one thing, one at a time. Arrow keys move between the tabs. */
export const ScreenTabs = ({
  label,
  tabs,
  actions,
}: {
  readonly label: string
  readonly tabs: readonly ScreenTab[]
  readonly actions?: ReactNode
}) => (
  <Tabs className="flex min-h-0 flex-1 flex-col">
    <div className="flex items-center justify-between gap-3 border-b border-line pr-3">
      <TabList aria-label={label} className="flex">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="focus-ring flex min-h-13 cursor-default items-center gap-2 border-b-2 border-transparent px-5 font-semibold text-muted -outline-offset-2 hover:text-ink data-[selected]:border-accent data-[selected]:text-ink"
          >
            {tab.label}
            {tab.hint}
          </Tab>
        ))}
      </TabList>
      {actions}
    </div>
    {tabs.map((tab) => (
      <TabPanel key={tab.id} id={tab.id} className="flex min-h-0 flex-1 flex-col outline-none">
        {tab.panel}
      </TabPanel>
    ))}
  </Tabs>
)
