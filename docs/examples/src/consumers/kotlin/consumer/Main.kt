@file:JvmName("Main")

package consumer

import dev.customerservice.domain.calendar.BusinessCalendar
import dev.customerservice.domain.calendar.CalendarBook
import dev.customerservice.domain.calendar.Holiday
import dev.customerservice.domain.calendar.WeeklyHours
import dev.customerservice.domain.party.Actor
import dev.customerservice.domain.sla.SlaMetric
import dev.customerservice.domain.sla.SlaPolicy
import dev.customerservice.domain.sla.SlaReading
import dev.customerservice.domain.sla.SlaTarget
import dev.customerservice.domain.ticket.EventHead
import dev.customerservice.domain.ticket.MessageAdded
import dev.customerservice.domain.ticket.StatusChanged
import dev.customerservice.domain.ticket.TicketCreated
import dev.customerservice.domain.ticket.TicketDetails
import dev.customerservice.domain.ticket.TicketEvent
import dev.customerservice.domain.ticket.TicketHistory
import dev.customerservice.domain.ticket.TicketId
import java.time.DayOfWeek
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import kotlin.jvm.optionals.getOrNull

private val received: Instant = Instant.parse("2026-12-24T14:00:00Z")

private fun london(): BusinessCalendar =
    BusinessCalendar.builder()
        .id("london")
        .zone("Europe/London")
        .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:30"))
        .addHoliday(Holiday.on(LocalDate.of(2026, 12, 25), "Christmas Day"))
        .build()

private fun word(event: TicketEvent): String =
    when (event) {
        is TicketCreated -> "created"
        is StatusChanged -> "now ${event.to.name}"
        is MessageAdded -> "message"
        else -> "other"
    }

/** A first SLA due time from Kotlin, where a value that may be missing has another type than one that is there. */
fun main() {
    val gold = SlaPolicy.builder()
        .id("gold")
        .addTarget(SlaTarget.of(SlaMetric.RESOLUTION, Duration.ofHours(8)).during("london"))
        .build()
    val head = EventHead.of(TicketId.of("T-1"), received, Actor.customer("c-1"))
    val history = TicketHistory.of(TicketCreated(head, TicketDetails.builder().build()))
    val reading: SlaReading = gold.resolve(CalendarBook.of(london())).read(history, received).get(SlaMetric.RESOLUTION)
    val due: Instant? = reading.dueAt().getOrNull()
    println(due)
    println(history.events().joinToString { event -> word(event) })
}
