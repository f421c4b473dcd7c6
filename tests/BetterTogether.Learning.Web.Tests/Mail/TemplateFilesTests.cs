using BetterTogether.Learning.Web.Features.Mail;
using Microsoft.Extensions.Configuration;

namespace BetterTogether.Learning.Web.Tests.Mail;

public sealed class TemplateFilesTests : IDisposable
{
    private readonly TemporaryFolder _root = new();

    [Fact]
    public void The_setting_wins()
    {
        _root.Write("email-templates/x.md", "");
        Assert.Equal(Path.Combine(_root.Path, "mine"), Find("mine", _root.Path));
    }

    [Fact]
    public void The_nearest_folder_above_the_content_root_is_next()
    {
        _root.Write("email-templates/x.md", "");
        _root.Write("src/web/x", "");
        Assert.Equal(Path.Combine(_root.Path, "email-templates"), Find(null, Path.Combine(_root.Path, "src/web")));
    }

    [Fact]
    public void The_copy_beside_the_binary_is_last_and_is_there()
    {
        var folder = Find(null, _root.Path);
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "email-templates"), folder);
        Assert.All(TemplateFiles.BuiltIn, file => Assert.Equal(TemplateFiles.ReadBuiltIn(file), File.ReadAllText(Path.Combine(folder, file))));
    }

    private static string Find(string? setting, string contentRoot) => TemplateFiles.For(
        new ConfigurationBuilder().AddInMemoryCollection([new("Templates:Folder", setting)]).Build(), contentRoot).Folder;

    public void Dispose() => _root.Dispose();
}
