using System.Net;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.SignIns;

public sealed class SignedInTests : IAsyncLifetime
{
    private const string Ann = "ann@demo.example";
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await Council.StartAsync();
        await app.HasPerson(Ann);
    }

    [Theory, InlineData(59, true), InlineData(61, false)]
    public async Task An_idle_hour_ends_it(int minutes, bool stillIn)
    {
        using var visitor = await app.SignedInAs(Ann);
        app.Clock.Jump(TimeSpan.FromMinutes(minutes));

        Assert.Equal(stillIn, await IsInAsync(visitor));
    }

    [Fact]
    public async Task However_busy_twelve_hours_end_it()
    {
        using var visitor = await app.SignedInAs(Ann);
        for (var hour = 0.5; hour < 12; hour += 0.5)
        {
            app.Clock.Jump(TimeSpan.FromMinutes(30));
            Assert.True(await IsInAsync(visitor), $"{hour} hours in");
        }
        app.Clock.Jump(TimeSpan.FromMinutes(30));

        Assert.False(await IsInAsync(visitor));
    }

    [Fact]
    public async Task Who_is_deactivated_is_out_at_the_next_request_and_cannot_come_back()
    {
        var desk = await app.HasPerson("desk@demo.example", Roles.LearningDesk);
        using var visitor = await app.SignedInAs(Ann);
        using var atDesk = await app.SignedInAs(desk);
        var ann = await app.Ask(db => db.People.SingleAsync(p => p.Email == Ann));

        (await (await atDesk.GetPageAsync(Links.Person(ann.Id))).SubmitAsync("Deactivate")).ShouldSay("This person has left");

        Assert.False(await IsInAsync(visitor));
        Assert.Equal(HttpStatusCode.NotFound, await DevSignInAsync(visitor, Ann));
    }

    [Fact]
    public async Task An_agency_worker_is_out_after_their_last_London_day()
    {
        // 23:30 UTC is half past midnight on the 2nd: the last day is today, and ends in 23 and a half hours.
        await app.Has(new Person(A.PersonId(), new PersonDetails("Temp", "temp@demo.example", Employment: Employment.Agency, LastDay: A.Day("2026-07-02"))));
        app.Clock.Jump(TimeSpan.FromHours(23));
        using var visitor = await app.SignedInAs("temp@demo.example");
        Assert.True(await IsInAsync(visitor));

        app.Clock.Jump(TimeSpan.FromMinutes(31));

        Assert.False(await IsInAsync(visitor));
    }

    [Fact]
    public async Task Signing_out_ends_it_here_and_leaves_other_devices()
    {
        using var phone = await app.SignedInAs(Ann);
        using var laptop = await app.SignedInAs(Ann);

        await (await phone.GetPageAsync(Links.Me)).SubmitAsync("Sign out");

        Assert.Equal((false, true), (await IsInAsync(phone), await IsInAsync(laptop)));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_all()
    {
        using var phone = await app.SignedInAs(Ann);
        using var laptop = await app.SignedInAs(Ann);

        (await (await phone.GetPageAsync(Links.Me)).SubmitAsync("Sign out everywhere")).ShouldBeAt(Links.SignIn);

        Assert.Equal((false, false), (await IsInAsync(phone), await IsInAsync(laptop)));
        Assert.Equal(0, await app.Ask(db => db.SignIns.CountAsync()));
    }

    [Fact]
    public async Task Another_site_cannot_sign_somebody_out()
    {
        using var visitor = await app.SignedInAs(Ann);

        (await visitor.PostAsync(Links.SignOut)).ShouldBe(HttpStatusCode.BadRequest);

        Assert.True(await IsInAsync(visitor));
    }

    [Fact]
    public async Task Signing_in_over_another_sign_in_makes_a_new_key_and_ends_the_old_one()
    {
        await app.HasPerson("bea@demo.example");
        using var visitor = await app.SignedInAs(Ann);
        var before = await app.Ask(db => db.SignIns.SingleAsync());

        Assert.Equal(HttpStatusCode.NoContent, await DevSignInAsync(visitor, "bea@demo.example"));

        var after = await app.Ask(db => db.SignIns.SingleAsync());
        Assert.NotEqual(before.KeyHash, after.KeyHash);
        Assert.NotEqual(before.PersonId, after.PersonId);
    }

    [Fact]
    public async Task A_role_counts_from_the_next_request()
    {
        using var visitor = await app.SignedInAs(Ann);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetPageAsync(Links.People)).Status);
        using var admin = await app.SignedInAs(await app.HasPerson("admin@demo.example", Roles.Administrator));
        var ann = await app.Ask(db => db.People.SingleAsync(p => p.Email == Ann));

        await (await admin.GetPageAsync(Links.Person(ann.Id))).SubmitAsync("Save", ("Form.Roles", "LearningDesk"));

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetPageAsync(Links.People)).Status);
    }

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    private static async Task<bool> IsInAsync(Visitor visitor) => (await visitor.GetPageAsync(Links.Me)).Path == Links.Me;

    private static async Task<HttpStatusCode> DevSignInAsync(Visitor visitor, string email)
    {
        using var form = new FormUrlEncodedContent([new("email", email)]);
        using var answer = await visitor.Http.PostAsync(Links.DevSignIn, form);
        return answer.StatusCode;
    }
}
