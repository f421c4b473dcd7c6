using System.Net;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Sessions;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Bookings;

public sealed class DraftSessionTests
{
    [Theory, BothDatabases]
    public async Task A_draft_is_the_desks_until_it_is_published(DatabaseProvider provider)
    {
        await using var academy = await Academy.OpenAsync(provider);
        var draft = (await academy.Desk.PostAsync("/api/v1/sessions", Sessions.Body() with { Status = SessionStatus.Draft })).ShouldBe(HttpStatusCode.Created).As<SessionView>();
        var ada = await academy.HasAsync("ada");
        Assert.Equal(SessionStatus.Draft, draft.Status);

        (await ada.GetAsync(Links.ApiSession(draft.Id))).ShouldBe(HttpStatusCode.NotFound, "session-not-found");
        (await ada.PostAsync($"{Links.ApiSession(draft.Id)}/bookings")).ShouldBe(HttpStatusCode.NotFound, "session-not-found");
        Assert.Empty((await ada.GetAsync("/api/v1/sessions")).As<SessionList>().Items);
        (await ada.GetPageAsync(Links.Programme)).ShouldNotSay(draft.Title);
        Assert.Equal(HttpStatusCode.NotFound, (await academy.App.Anonymous().GetPageAsync(Links.Session(draft.Id))).Status);
        (await academy.Desk.GetPageAsync(Links.Programme)).ShouldNotSay(draft.Title); // on the programme even the desk sees what everybody sees
        Assert.Single((await academy.Desk.GetAsync("/api/v1/sessions")).As<SessionList>().Items);

        (await (await academy.Desk.HereAsync()).PatchAsync(Links.ApiSession(draft.Id), new { status = "published" })).ShouldBe(HttpStatusCode.OK);

        (await ada.PostAsync($"{Links.ApiSession(draft.Id)}/bookings")).ShouldBe(HttpStatusCode.Created);
    }
}
