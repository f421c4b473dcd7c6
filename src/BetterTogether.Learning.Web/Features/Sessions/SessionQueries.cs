using System.Globalization;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Sessions;

/// <summary>Reads of the programme: one query a list, the viewer's own booking in it.</summary>
public sealed class SessionQueries(LearningDb db, TimeProvider clock)
{
    public const int MostWords = 100;
    private const int MostInADay = 200;

    /// <summary>The programme: for people what is published, for the desk drafts as well; cancelled ones only where they are asked for.</summary>
    public async Task<ProgrammePage> ProgrammeAsync(Viewer viewer, ProgrammeFilter filter, CancellationToken cancel)
    {
        var cards = await new CardQuery(viewer).Matching(filter, (filter.From ?? Today).StartOfDayUtc()).ListAsync(db, filter.Size + 1, cancel);
        return cards.Count <= filter.Size
            ? new ProgrammePage(cards, null)
            : new ProgrammePage(cards[..filter.Size], CardQuery.Cursor(cards[filter.Size - 1]));
    }

    public async Task<SessionCard?> CardAsync(Viewer viewer, Guid id, CancellationToken cancel) =>
        (await new CardQuery(viewer).And($"""s."Id" = {id}""").ListAsync(db, 1, cancel)).SingleOrDefault();

    /// <summary>The sessions of one Learning Wednesday, parallel ones side by side.</summary>
    public Task<List<SessionCard>> DayAsync(Viewer viewer, DateOnly day, CancellationToken cancel) => new CardQuery(viewer)
        .And($"""s."Kind" = 'LearningWednesday' AND s."Status" = 'Published' AND s."StartsAtUtc" >= {day.StartOfDayUtc()} AND s."StartsAtUtc" < {day.AddDays(1).StartOfDayUtc()}""")
        .ListAsync(db, MostInADay, cancel);

    /// <summary>Everything about one session, as far as the viewer may see it.</summary>
    public async Task<SessionPageView?> PageAsync(Viewer viewer, Guid id, CancellationToken cancel)
    {
        if (await CardAsync(viewer, id, cancel) is not { } card) { return null; }
        var session = await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == id, cancel);
        var trainers = await (from trainer in db.Set<SessionTrainer>()
                              join person in db.People on trainer.PersonId equals person.Id
                              where trainer.SessionId == id
                              orderby person.Name
                              select new SessionPageView.Trainer(person.Id, person.Name)).ToListAsync(cancel);
        return SessionPageView.For(viewer, card, session, trainers);
    }

    public DateOnly Today => clock.GetUtcNow().UtcDateTime.ToLondonDate();
}
