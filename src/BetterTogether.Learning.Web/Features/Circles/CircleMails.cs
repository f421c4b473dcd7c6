using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>What is mailed about a circle: rows of the outbox, added inside the decision they tell of.</summary>
public sealed class CircleMails(Outbox outbox, IOptions<CircleOptions> options, IOptions<SiteOptions> site, ILogger<CircleMails> log)
{
    /// <summary>Somebody's safety is at stake and no facilitator has seen it, or none was meant to. The mail says that there is a message and where, never what is in it.</summary>
    public async Task TellDutyContactAsync(LearningDb db, CircleState circle, string messageId, DateTime nowUtc)
    {
        if (options.Value.DutyAddress is not { Length: > 0 } address)
        {
            log.NoDutyContact(circle.Id);
            return;
        }
        var contact = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Email == address);
        var facilitator = circle.Seats.FirstOrDefault(s => s.Role == SeatRole.Facilitator)?.Name;
        var mail = new WorryPassedOn(circle.Title, facilitator, site.Value.Absolute(Links.Worry(circle.Id, messageId)));
        outbox.Add(db, nowUtc, new Recipient(contact?.Name ?? address, address, contact?.Id), mail, $"worry/{circle.Id}/{messageId}");
    }
}
