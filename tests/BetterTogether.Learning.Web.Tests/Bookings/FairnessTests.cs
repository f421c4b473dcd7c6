using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace BetterTogether.Learning.Web.Tests.Bookings;

public sealed class FairnessTests
{
    [Fact]
    public async Task On_sqlite_who_asks_first_is_served_first()
    {
        var gate = new WriterGate();
        await using var academy = await Academy.OpenAsync(replace: s => s.AddSingleton(gate));
        var session = await academy.HasSessionAsync(capacity: 3);
        var crowd = await academy.HasCrowdAsync(40);
        foreach (var somebody in crowd) { await somebody.HereAsync(); }
        await academy.MailsAsync();

        var asked = new List<Task<Answer>>();
        using (await gate.EnterAsync(CancellationToken.None))
        {
            var before = gate.Came;
            foreach (var somebody in crowd)
            {
                asked.Add(somebody.AsksForAsync(session));
                await Eventually.HoldsAsync(() => Task.FromResult(gate.Came - before == asked.Count), "the request stands at the gate");
            }
        }

        var views = (await Task.WhenAll(asked)).Select(a => a.As<BookingView>()).ToList();
        Assert.All(views.Take(3), v => Assert.Equal(BookingStatus.Confirmed, v.Status));
        Assert.Equal(Enumerable.Range(1, 37), views.Skip(3).Select(v => v.Position!.Value));
    }
}
