using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BetterTogether.Learning.Web.Tests.Reviews;

/// <summary>The product with a line manager, an employee, an open cycle and their review in it. It is 2 July in London: after 31 May.</summary>
internal sealed class Year : IAsyncDisposable
{
    private Year(TestApp app, Somebody manager, Somebody employee, Somebody other, Cycle cycle, Review review) =>
        (App, Manager, Employee, Other, Cycle, Review) = (app, manager, employee, other, cycle, review);

    public TestApp App { get; }
    public Somebody Manager { get; }
    public Somebody Employee { get; }
    public Somebody Other { get; }
    public Cycle Cycle { get; }
    public Review Review { get; }

    public string Page => Links.Review(Review.Id);
    public string Api => Links.ApiReview(Review.Id);

    /// <param name="year">In which 1 April it opened.</param>
    public static async Task<Year> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, int year = 2026, DateTime? nowUtc = null, Action<IServiceCollection>? replace = null, params (string Name, string Value)[] settings)
    {
        var options = new TestAppOptions { Database = provider, Clock = new FixedClock(nowUtc ?? A.Now), Replace = replace, Settings = settings.ToDictionary(s => s.Name, s => s.Value) };
        var app = await TestApp.StartAsync(await TestDatabase.MigratedAsync(provider), options);
        var manager = new Somebody(app, await app.HasPerson("manager@demo.example"));
        var employee = new Somebody(app, await app.HasPerson("employee@demo.example", managedBy: manager.Person));
        var other = new Somebody(app, await app.HasPerson("other@demo.example"));
        var cycle = Domain.Reviews.Cycle.Plan(CycleDetails.Usual(year), A.Now).Value;
        cycle.Open(A.Now);
        var review = await HasAsync(app, cycle, employee, manager);
        return new(app, manager, employee, other, cycle, review);
    }

    public static async Task<Review> HasAsync(TestApp app, Cycle cycle, Somebody employee, Somebody manager, Guid? postId = null)
    {
        var review = new Review(Ids.New(A.Now), cycle.Id, employee.Id, postId ?? employee.Id, manager.Id);
        review.Set(null, cycle.Closes);
        var isNew = !await app.Ask(db => db.Cycles.AnyAsync(c => c.Id == cycle.Id));
        await app.Has(isNew ? [cycle, review] : [review]);
        return review;
    }

    public Task<Review> NowAsync() => App.Ask(db => db.Reviews.AsNoTracking().SingleAsync(r => r.Id == Review.Id));

    /// <summary>The employee has shared, and this is written.</summary>
    /// <param name="typing">By a page that saves by itself.</param>
    public async Task WriteAsync(string text = "We agreed", bool typing = false)
    {
        (await Employee.PostAsync($"{Api}/share")).ShouldBe(System.Net.HttpStatusCode.OK);
        (await PutAsync(Manager, "outcome", new { text, version = 0, typing })).ShouldBe(System.Net.HttpStatusCode.OK);
    }

    public async Task CompleteAsync(string text = "We agreed")
    {
        await WriteAsync(text);
        foreach (var side in new[] { Employee, Manager }) { (await side.PostAsync($"{Api}/confirm", new { version = 1 })).ShouldBe(System.Net.HttpStatusCode.OK); }
    }

    public async Task<Answer> PutAsync(Somebody who, string what, object body) => await (await who.HereAsync()).PutAsync($"{Api}/{what}", body);

    public async Task<Answer> GetAsync(Somebody who) => await (await who.HereAsync()).GetAsync(Api);

    public async Task<Page> OpenAsync(Somebody who) => await (await who.HereAsync()).GetPageAsync(Page);

    public async Task<IReadOnlyList<SentMail>> MailsToAsync(Somebody who)
    {
        await Eventually.HoldsAsync(() => App.Ask(async db => !await db.Outbox.AnyAsync(m => m.State == Domain.Mail.MailState.Queued || m.State == Domain.Mail.MailState.Sending)), "the outbox is empty");
        return [.. SentMail.In(Path.Combine(App.Folder, "mail")).Where(m => m.To == who.Email)];
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
