package consumer

import dev.customerservice.domain.calendar.BusinessCalendar
import dev.customerservice.domain.calendar.CalendarBook
import dev.customerservice.domain.calendar.Holiday
import dev.customerservice.domain.calendar.HolidaySource
import dev.customerservice.domain.party.AgentId
import dev.customerservice.domain.party.OnDuty
import dev.customerservice.domain.party.RoleId
import dev.customerservice.domain.sla.SlaPlan
import dev.customerservice.domain.sla.SlaPolicy
import dev.customerservice.domain.ticket.TicketHistory
import dev.customerservice.domain.ticket.TicketId
import java.time.Instant

/** Each line that says so must be refused, and no other. */
fun arguments(plan: SlaPlan, history: TicketHistory, at: Instant?, name: String?, calendar: BusinessCalendar?) {
    plan.read(history, at) // refused
    plan.read(null, Instant.EPOCH) // refused
    plan.read(history, Instant.EPOCH)
    TicketId.of(name) // refused
    BusinessCalendar.builder().id(name) // refused
    BusinessCalendar.builder().id("london")
    CalendarBook.of(calendar) // refused
    SlaPolicy.builder().addTarget(null) // refused
}

class NoHolidays : HolidaySource {
    override fun `in`(year: Int): List<Holiday>? = null // refused
}

class NobodyKnows : OnDuty {
    override fun agents(role: RoleId, at: Instant): Set<AgentId> = setOf()
}
