using System.Net;
using System.Net.Http.Json;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using BetterTogether.Learning.Web.Tests.Kills;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Faults;

/// <summary>The disk of the running product is full: the database and the mail folder take nothing.</summary>
[Collection(ProcessLane.First)]
public sealed class FullDiskTests
{
    [Fact]
    public async Task While_the_disk_is_full_health_says_so_and_nothing_is_promised_and_with_space_all_goes_on_by_itself()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseProvider.Sqlite);
        var (session, people) = (A.Session(capacity: 10, startsAtUtc: TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(90)), new[] { A.Person("ada@demo.example"), A.Person("bea@demo.example") });
        await using (var db = database.CreateDbContext())
        {
            db.AddRange([session, .. people]);
            await db.SaveChangesAsync();
            database.Close();
        }
        await using (var product = ProductProcess.Launch(database.Folder, settings: new Dictionary<string, string> { ["Demo__Seed"] = "false" }, outlivesFileSize: true))
        {
            await product.UntilReadyAsync();
            using HttpClient ada = await SignedInAsync(product, people[0].Email), bea = await SignedInAsync(product, people[1].Email);
            Assert.Equal(HttpStatusCode.Created, (await BookAsync(ada, session.Id)).Status);

            await FileSizeLimit.SetAsync(product.Id, full: true);
            await Eventually.HoldsAsync(async () => (await ada.GetAsync(new Uri(Links.Ready, UriKind.Relative))).StatusCode == HttpStatusCode.ServiceUnavailable, "health says that nothing can be written");
            Assert.True((int)(await BookAsync(bea, session.Id)).Status >= 500);
            Assert.True((await ada.GetAsync(new Uri(Links.MyBookings, UriKind.Relative))).IsSuccessStatusCode, "Reading goes on");

            await FileSizeLimit.SetAsync(product.Id, full: false);
            await Eventually.HoldsAsync(async () => (await ada.GetAsync(new Uri(Links.Ready, UriKind.Relative))).StatusCode == HttpStatusCode.OK, "it is ready again by itself");
            Assert.Equal(HttpStatusCode.Created, (await BookAsync(bea, session.Id)).Status);
        }
        await using (var db = database.CreateDbContext())
        {
            Assert.Equal("ok", await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync());
            Assert.Equal(2, await db.Bookings.CountAsync());
        }
        await Recount.AssertAsync(database.Contexts, TimeProvider.System);
        Assert.InRange(await SentAll.AssertAsync(database), 2, 4);
    }

    private static async Task<HttpClient> SignedInAsync(ProductProcess product, string email)
    {
        var http = new HttpClient { BaseAddress = product.Address };
        using var form = new FormUrlEncodedContent([new("email", email)]);
        (await http.PostAsync(new Uri(Links.DevSignIn, UriKind.Relative), form)).EnsureSuccessStatusCode();
        return http;
    }

    private static async Task<Answer> BookAsync(HttpClient http, Guid sessionId)
    {
        using var response = await http.PostAsJsonAsync(new Uri($"{Links.ApiSession(sessionId)}/bookings", UriKind.Relative), new { }, JsonSetup.Options);
        return await Answer.ReadAsync(response);
    }
}
