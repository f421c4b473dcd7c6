using System.Text;
using QRCoder;

namespace BetterTogether.Learning.Web.Features.Circles.CheckIns;

/// <summary>An address as a QR code: one SVG path of black modules, drawn by the page, so that it needs no picture file and prints sharp.</summary>
public sealed record QrCode(string Path, int Size)
{
    public static QrCode Of(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        var rows = data.ModuleMatrix;
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (rows[y][x]) { path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z"); }
            }
        }
        return new QrCode(path.ToString(), rows.Count);
    }
}
