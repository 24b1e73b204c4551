// Compiles src/main/scss/openplr.scss (GOV.UK Frontend's patterns in our own font and colours) where Faces finds it,
// and lays the script of accessible-autocomplete, with its licence, beside it.
import com.sass_lang.embedded_protocol.OutputStyle
import de.larsgrefer.sass.embedded.SassCompilerFactory

def completing = new File(project.build.directory, "accessible-autocomplete/META-INF/resources/webjars/accessible-autocomplete/${project.properties['accessible-autocomplete.version']}")
def script = new File(project.build.outputDirectory, 'META-INF/resources/js/accessible-autocomplete.js')
script.parentFile.mkdirs()
script.text = "/*!\n${new File(completing, 'LICENSE.txt').text.trim()}\n*/\n" + new File(completing, 'dist/accessible-autocomplete.min.js').text.replaceAll(/\s*\/\/# sourceMappingURL=\S+\s*$/, '\n')

def source = new File(project.basedir, 'src/main/scss/openplr.scss')
def target = new File(project.build.outputDirectory, 'META-INF/resources/css/openplr.css')
def newest = source.parentFile.listFiles().collect { it.lastModified() }.max()
if (target.exists() && target.lastModified() >= newest) return

def version = project.properties['govuk-frontend.version']
// The compiler unpacks itself into the temporary folder: into one of this build, or two builds at once disturb each other.
def unpacked = new File(project.build.directory, 'sass')
unpacked.mkdirs()
def temporary = System.setProperty('java.io.tmpdir', unpacked.path)
def bundled
try {
    bundled = SassCompilerFactory.bundled()
} finally {
    System.setProperty('java.io.tmpdir', temporary)
}
bundled.withCloseable { compiler ->
    compiler.outputStyle = OutputStyle.COMPRESSED
    compiler.loadPaths = [new File(project.build.directory, "govuk-frontend/META-INF/resources/webjars/govuk-frontend/${version}/dist"), new File(completing, 'dist')]
    target.parentFile.mkdirs()
    target.text = compiler.compileFile(source).css
}
