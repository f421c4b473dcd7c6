using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Hosting;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace BetterTogether.Learning.Web.Tests.Backups;

public sealed class CommandsTests
{
    [Theory]
    [InlineData("backup", true)]
    [InlineData("copy-to-postgres", true)]
    [InlineData("bakcup", true)] // a slip must not start a second product
    [InlineData("help", true)]
    [InlineData("--help", true)]
    [InlineData("-h", true)]
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

    [Theory, InlineData("help"), InlineData("--help"), InlineData("-h")]
    public async Task Who_asks_for_help_is_told_what_there_is(string word)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var somebody = Operator.Of(database);

        (await somebody.TypesAsync(word)).ShouldBe(0, "restore <file>");
    }

    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("http://localhost:8080", "http_ports=8080;8081")]
    [InlineData("https://localhost:8443", "https_ports=8443")]
    [InlineData("http://localhost:80", "urls=http://+:80", "http_ports=8080")]
    [InlineData("http://localhost:81", "urls=https://*:443;http://[::]:81")]
    [InlineData("https://localhost:443", "urls=https://0.0.0.0:443")]
    [InlineData("https://localhost:8443", "urls=https://learning.council.example:8443")] // Kestrel listens everywhere for a name
    [InlineData("https://127.0.0.2:8443", "urls=https://127.0.0.2:8443")]
    [InlineData("http://[::1]:82", "urls=http://[::1]:82")]
    [InlineData("https://localhost:7443", "Kestrel:Endpoints:Public:Url=https://*:7443", "urls=http://*:80")]
    [InlineData("http://127.0.0.1:7080", "Kestrel:Endpoints:Public:Url=https://*:7443", "Kestrel:Endpoints:Inside:Url=http://127.0.0.1:7080")]
    public void Health_asks_where_the_product_listens(string address, params string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s[..s.IndexOf('=')], (string?)s[(s.IndexOf('=') + 1)..]))).Build();

        Assert.Equal(new Uri(address + Links.Ready), Commands.OwnAddress(configuration));
    }

    [Fact]
    public async Task Health_believes_its_own_machine_whatever_the_certificate_says()
    {
        using var key = RSA.Create();
        using var certificate = new CertificateRequest("CN=learning.council.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        await using var app = builder.Build();
        app.MapGet(Links.Ready, () => "Healthy");
        await app.StartAsync();
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var probe = Operator.Of(database, ("urls", app.Urls.First()));

        (await probe.TypesAsync("health")).ShouldBe(0, "Healthy");
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
