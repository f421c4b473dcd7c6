using System.Net;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Bookings;

public sealed class WithoutABodyTests
{
    [Fact]
    public async Task A_call_whose_body_says_nothing_may_come_without_one()
    {
        await using var academy = await Academy.OpenAsync();
        var session = await academy.HasSessionAsync();
        var ada = await academy.HasAsync("ada");

        (await ada.PostAsync($"{Links.ApiSession(session.Id)}/bookings")).ShouldBe(HttpStatusCode.Created);
        (await academy.Desk.PostAsync($"{Links.ApiSession(session.Id)}/cancel")).ShouldBe(HttpStatusCode.OK);
    }
}
