using BetterTogether.Learning.Web.Features.Mail;
using Microsoft.Extensions.Configuration;

namespace BetterTogether.Learning.Web.Tests.Mail;

public sealed class TemplateFilesTests : IDisposable
{
    private readonly TemporaryFolder root = new();

    [Fact]
    public void The_setting_wins()
    {
        root.Write("email-templates/x.md", "");
        Assert.Equal(Path.Combine(root.Path, "mine"), Find("mine", root.Path));
    }

    [Fact]
    public void The_nearest_folder_above_the_content_root_is_next()
    {
        root.Write("email-templates/x.md", "");
        root.Write("src/web/x", "");
        Assert.Equal(Path.Combine(root.Path, "email-templates"), Find(null, Path.Combine(root.Path, "src/web")));
    }

    [Fact]
    public void The_copy_beside_the_binary_is_last_and_is_there()
    {
        var folder = Find(null, root.Path);
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "email-templates"), folder);
        Assert.All(TemplateFiles.BuiltIn, file => Assert.Equal(TemplateFiles.ReadBuiltIn(file), File.ReadAllText(Path.Combine(folder, file))));
    }

    private static string Find(string? setting, string contentRoot) => TemplateFiles.For(
        new ConfigurationBuilder().AddInMemoryCollection([new("Templates:Folder", setting)]).Build(), contentRoot).Folder;

    public void Dispose() => root.Dispose();
}
