using BetterTogether.Learning.Web.Features.Calendars;
using BetterTogether.Learning.Web.Tests.Faults;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Calendars;

internal sealed class FeedUseCases : IUseCases
{
    public IEnumerable<UseCase> Rows =>
    [
        new("FeedService.MakeAsync", async w =>
        {
            var person = await w.PersonAsync();
            return Attempt.Of(() => w.The<FeedService>().MakeAsync(person.Id, CancellationToken.None), async db => await db.CalendarFeeds.CountAsync(f => f.PersonId == person.Id) == 1, mails: 0);
        }),
        new("FeedService.EndAsync", async w =>
        {
            var person = await w.PersonAsync();
            await w.The<FeedService>().MakeAsync(person.Id, CancellationToken.None);
            return Attempt.Of(() => w.The<FeedService>().EndAsync(person.Id, CancellationToken.None), async db => !await db.CalendarFeeds.AnyAsync(f => f.PersonId == person.Id), mails: 0);
        }),
    ];
}
