using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Hosting;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Backups;

public sealed class CommandsTests
{
    [Theory]
    [InlineData("backup", true)]
    [InlineData("copy-to-postgres", true)]
    [InlineData("bakcup", true)] // a slip must not start a second product
    [InlineData("--urls=http://localhost:1", false)]
    [InlineData("Data:Folder=x", false)]
    [InlineData("", false)]
    public void A_word_is_a_command_and_a_setting_is_none(string first, bool command) => Assert.Equal(command, Commands.IsCommand([first]));

    [Theory, InlineData("bakcup"), InlineData("restore"), InlineData("backup", "now")]
    public async Task What_is_not_understood_tells_what_there_is(params string[] args)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var somebody = Operator.Of(database);

        (await somebody.TypesAsync(args)).ShouldBe(2, "restore <file>");
    }

    [Theory, InlineData(true, 0, "Healthy"), InlineData(false, 1, "Not ready")]
    public async Task Health_is_what_the_running_product_says(bool ready, int code, string words)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var held = ready ? null : new FileStream(Path.Combine(database.Folder, "learning.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        await using var app = await TestApp.StartAsync(database, new() { OnKestrel = true, WaitUntilReady = ready });
        using var anybody = app.Anonymous();
        using (await anybody.Http.GetAsync(Links.Live)) { } // what takes its time at the first request is not what is asked here
        await using var probe = Operator.Of(database, ("urls", $"http://*:{anybody.Http.BaseAddress!.Port}"));

        (await probe.TypesAsync("health")).ShouldBe(code, words);
    }

    [Fact]
    public async Task Health_of_a_product_that_does_not_run_is_a_no()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var probe = Operator.Of(database, ("http_ports", "1"));

        (await probe.TypesAsync("health")).ShouldBe(1, "health failed");
    }
}
